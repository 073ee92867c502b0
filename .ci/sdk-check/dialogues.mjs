// The golden dialogues, and a reading of their events that owes nothing to an SDK.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of golden files: what a client asked, what was sent for it, and what it was replied. */
export class Dialogue {
  constructor(folder, name) {
    this.folder = folder;
    this.name = name;
  }

  static all(root) {
    const folders = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory());
    return folders.map(entry => new Dialogue(join(root, entry.name), entry.name));
  }

  /** Whether the upstream of this one speaks the Messages API. */
  get passesThrough() {
    return this.name.startsWith('anthropic-');
  }

  text(file) {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  json(file) {
    const text = this.text(file);
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** The status that the client gets instead of a stream, where nothing of one has left. */
  get status() {
    return Number(/^Failed (\d{3})$/m.exec(this.text('moments.txt') ?? '')?.[1] ?? 200);
  }
}

/** The events of a stream as [{event, data}], data parsed. */
export function events(stream) {
  if (!stream.endsWith('\n\n')) throw new Error('the stream does not end with an empty line');
  return stream.slice(0, -2).split('\n\n').map(text => {
    const match = /^event: (\w+)\ndata: (.*)$/.exec(text);
    if (!match) throw new Error(`not an event: ${text}`);
    const data = JSON.parse(match[2]);
    if (data.type !== match[1]) throw new Error(`event ${match[1]} holds a ${data.type}`);
    return { event: match[1], data };
  });
}

const DELTAS = {
  text_delta: { of: ['text'], add: (block, delta) => (block.text += delta.text) },
  thinking_delta: { of: ['thinking'], add: (block, delta) => (block.thinking += delta.thinking) },
  signature_delta: { of: ['thinking'], add: (block, delta) => (block.signature = delta.signature) },
  citations_delta: { of: ['text'], add: (block, delta) => (block.citations ??= []).push(delta.citation) },
  input_json_delta: {
    of: ['tool_use', 'server_tool_use'],
    add: (block, delta, inputs) => inputs.set(block, (inputs.get(block) ?? '') + delta.partial_json),
  },
};

/**
 * What a stream says: {message} or {error}, the error being that of its last event. `cutInput` tells whether the input
 * of a tool is not whole JSON; there it is left out of the message. Whatever breaks the order of events is thrown.
 */
export function reading(stream) {
  let message, open, ended, error, cutInput = false;
  const inputs = new Map();
  const must = (right, event) => {
    if (!right) throw new Error(`${event.data.type} has no place here: ${JSON.stringify(event.data)}`);
  };
  for (const event of events(stream)) {
    const { data } = event;
    must(!ended && !error, event);
    switch (data.type) {
      case 'ping':
        break;
      case 'message_start':
        must(!message, event);
        message = structuredClone(data.message);
        must(message.content.length === 0, event);
        break;
      case 'content_block_start':
        must(message && !message.stop_reason && !open && data.index === message.content.length, event);
        message.content.push((open = structuredClone(data.content_block)));
        break;
      case 'content_block_delta': {
        const kind = DELTAS[data.delta.type];
        must(open && data.index === message.content.length - 1 && kind?.of.includes(open.type), event);
        kind.add(open, data.delta, inputs);
        break;
      }
      case 'content_block_stop':
        must(open && data.index === message.content.length - 1, event);
        cutInput = !closeInput(open, inputs.get(open)) || cutInput;
        open = undefined;
        break;
      case 'message_delta':
        must(message && !open && data.delta.stop_reason, event);
        Object.assign(message, data.delta);
        for (const [name, count] of Object.entries(data.usage)) if (count != null) message.usage[name] = count;
        break;
      case 'message_stop':
        must(message?.stop_reason && !open, event);
        ended = true;
        break;
      case 'error':
        must(!open, event);
        error = data.error;
        break;
      default:
        must(false, event);
    }
  }
  if (!ended && !error) throw new Error('neither a message_stop nor an error at the end');
  return { message, error, cutInput };
}

/** Parses what was streamed of a tool's input; false where it is not JSON. */
function closeInput(block, text) {
  if (text === undefined) return true;
  try {
    block.input = JSON.parse(text);
    return true;
  } catch {
    delete block.input;
    return false;
  }
}
