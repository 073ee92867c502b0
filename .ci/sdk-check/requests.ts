// Requests as the official SDKs have them, and what is left open beyond their types, each with its reason.
import type { MessageCreateParams } from '@anthropic-ai/sdk/resources/messages';
import type { MessageCreateParams as BetaMessageCreateParams } from '@anthropic-ai/sdk/resources/beta/messages';
import type {
  ChatCompletionAssistantMessageParam,
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
  ChatCompletionMessageToolCall,
} from 'openai/resources/chat/completions';

/** The Anthropic SDK has had no types for these since 1.0; the API takes them of models that sample, and clients send them. */
interface Sampling {
  temperature?: number;
  top_p?: number;
  top_k?: number;
}

export type Anthropic = MessageCreateParams & Sampling;
export type Beta = BetaMessageCreateParams & Sampling;

/** What a server of OpenAI's own models gets: nothing beyond its types. */
export type OpenAi = ChatCompletionCreateParams;

/** DeepSeek, Kimi and MiMo insist on the thinking of a turn with calls; most servers overlook it. */
interface Remembering {
  reasoning_content?: string;
}

/** Gemini signs the thought behind a call, and refuses the next turn without the signature. */
interface Signed {
  extra_content?: { google: { thought_signature: string } };
}

/** vLLM, SGLang and llama.cpp take it. */
interface Picking {
  top_k?: number;
}

type Assistant = Omit<ChatCompletionAssistantMessageParam, 'tool_calls'> &
  Remembering & { tool_calls?: (ChatCompletionMessageToolCall & Signed)[] };
type Message = Exclude<ChatCompletionMessageParam, ChatCompletionAssistantMessageParam> | Assistant;
type Looser<Params> = Params extends unknown ? Omit<Params, 'messages'> & { messages: Message[] } & Picking : never;

/** What any other server of chat/completions gets. */
export type Chat = Looser<ChatCompletionCreateParams>;
