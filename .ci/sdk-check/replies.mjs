// Serves every golden reply to the official Anthropic SDK and compares what it makes of it with an independent reading.
import Anthropic from '@anthropic-ai/sdk';
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { createServer } from 'node:http';
import { setImmediate as soon } from 'node:timers/promises';
import { UNREADABLE_INPUTS } from './deliberate.mjs';
import { events, reading } from './dialogues.mjs';

/** A value as its JSON says it, without what the SDK adds of its own for structured answers. */
function plain(value) {
  return JSON.parse(JSON.stringify(value, (key, held) => (key === 'parsed_output' && held === null ? undefined : held)));
}

/** Bytes in pieces, small enough to cut characters, lines and events. */
async function write(response, text) {
  const bytes = Buffer.from(text);
  for (let i = 0, size = 1; i < bytes.length; i += size, size = (size % 61) + 1) {
    response.write(bytes.subarray(i, i + size));
    if (size % 9 === 0) await soon();
  }
  response.end();
}

/** What the SDK gets: the bytes that the gateway gives, under the status that it gives them with. */
function wire(dialogue, inStream) {
  const stream = dialogue.text('replied.sse');
  if (stream === undefined) return { status: dialogue.status, type: 'application/json', body: dialogue.text('replied.json') };
  if (inStream || dialogue.status === 200) return { status: 200, type: 'text/event-stream; charset=utf-8', body: stream };
  // nothing of the stream had left: the error has a status, and is a body of its own
  const error = { ...events(stream).at(-1).data, request_id: 'req_1' };
  return { status: dialogue.status, type: 'application/json', body: JSON.stringify(error) };
}

/** The SDK's class for a status, and the type that goes with it. */
const ERRORS = {
  400: ['BadRequestError', 'invalid_request_error'],
  401: ['AuthenticationError', 'authentication_error'],
  403: ['PermissionDeniedError', 'permission_error'],
  404: ['NotFoundError', 'not_found_error'],
  413: ['ContentTooLargeError', 'request_too_large'],
  429: ['RateLimitError', 'rate_limit_error'],
  529: ['OverloadedError', 'overloaded_error'],
};

/** That an error is the one of the dialogue, in the SDK's class for its status (none inside a stream). */
function mustBe(thrown, error, status) {
  ok(thrown instanceof Anthropic.APIError, `an APIError is expected, not ${thrown?.stack ?? thrown}`);
  strictEqual(thrown.type, error.type, 'type');
  strictEqual(thrown.error?.error?.message, error.message, 'message');
  strictEqual(thrown.status, status, 'status');
  if (status) {
    const [name, type] = ERRORS[status] ?? ['InternalServerError', 'api_error'];
    ok(thrown instanceof Anthropic[name], `${name} is expected for ${status}, not ${thrown.constructor.name}`);
    strictEqual(error.type, type, `the type that goes with ${status}`);
  }
}

async function caught(promise) {
  try {
    return { value: await promise };
  } catch (thrown) {
    return { thrown };
  }
}

/** One dialogue by one of the SDK's two faces (`messages` and `beta.messages`). */
async function asStream(messages, dialogue, inStream, seen) {
  const text = dialogue.text('replied.sse');
  const expected = reading(text);
  const status = inStream || dialogue.status === 200 ? undefined : dialogue.status;
  const asked = dialogue.json('asked.json');

  const stream = messages.stream(asked);
  const { value, thrown } = await caught(stream.finalMessage());
  deepStrictEqual(seen(), { ...asked, stream: true }, 'the SDK does not send what the dialogue asks');
  if (expected.error) {
    mustBe(thrown, expected.error, status);
  } else if (dialogue.name in UNREADABLE_INPUTS) {
    ok(expected.cutInput && thrown, 'the input of a tool is JSON: take the dialogue out of deliberate.mjs');
    ok(/JSON/.test(thrown.message), `the SDK complains of something else: ${thrown.message}`);
  } else {
    if (thrown) throw thrown;
    const message = plain(value);
    if (expected.cutInput) {
      strictEqual(message.stop_reason, 'max_tokens', 'an input may only be cut by the limit');
      ok(message.content.every(block => !('input' in block) || typeof block.input === 'object'), 'an input is an object');
      message.content.at(-1).input = undefined;
    }
    deepStrictEqual(plain(message), expected.message, 'the accumulated message');
  }

  const found = [];
  const raw = await caught((async () => {
    for await (const event of await messages.create({ ...asked, stream: true })) found.push(plain(event));
  })());
  const wanted = events(text).map(event => event.data).filter(data => data.type !== 'ping' && data.type !== 'error');
  if (status === undefined) deepStrictEqual(found, wanted, 'the events one by one');
  if (expected.error) mustBe(raw.thrown, expected.error, status);
  else if (raw.thrown) throw raw.thrown;
}

async function asWhole(messages, dialogue, seen) {
  const expected = dialogue.json('replied.json');
  const asked = dialogue.json('asked.json');
  const { value, thrown } = await caught(messages.create(asked));
  deepStrictEqual(seen(), asked, 'the SDK does not send what the dialogue asks');
  if (expected.type === 'error') {
    mustBe(thrown, expected.error, dialogue.status);
  } else {
    if (thrown) throw thrown;
    deepStrictEqual(plain(value), expected, 'the message');
  }
}

/** Runs all; gives the counts and the problems, a text each. */
export async function checkReplies(dialogues) {
  let reply, asked;
  const server = createServer(async (request, response) => {
    const body = [];
    for await (const piece of request) body.push(piece);
    asked = JSON.parse(Buffer.concat(body).toString());
    response.writeHead(reply.status, { 'content-type': reply.type });
    await write(response, reply.body);
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  // the SDK tells of models that are to be retired, once for each request
  console.warn = () => {};
  const client = new Anthropic({
    apiKey: 'none', authToken: null, maxRetries: 0, logLevel: 'off', baseURL: `http://127.0.0.1:${server.address().port}`,
  });

  const problems = [];
  const counts = { streams: 0, wholes: 0, errors: 0 };
  for (const dialogue of dialogues) {
    const streamed = dialogue.text('replied.sse') !== undefined;
    for (const face of ['messages', 'beta.messages']) {
      const messages = face === 'messages' ? client.messages : client.beta.messages;
      // an error before the first event is also what a stream may begin with
      for (const inStream of streamed && dialogue.status !== 200 ? [true, false] : [false]) {
        try {
          reply = wire(dialogue, inStream);
          if (streamed) await asStream(messages, dialogue, inStream, () => asked);
          else await asWhole(messages, dialogue, () => asked);
        } catch (e) {
          problems.push(`${dialogue.name} by ${face}${inStream ? ', the error inside the stream' : ''}: ${e.message}`);
        }
      }
    }
    counts[streamed ? 'streams' : 'wholes']++;
    if (dialogue.status !== 200 || /^event: error$/m.test(dialogue.text('replied.sse') ?? '')) counts.errors++;
  }
  server.close();
  server.closeAllConnections();
  return { counts, problems };
}
