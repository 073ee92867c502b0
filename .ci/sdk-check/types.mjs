// Lets the TypeScript types of both official SDKs judge the golden requests, one file of literals for each.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ODD_REQUESTS } from './deliberate.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, 'literals');

const KINDS = { openai: 'OpenAi', chat: 'Chat', anthropic: 'Anthropic', beta: 'Beta' };

/** The type for what a chat/completions upstream gets: OpenAI's own models get nothing that is not OpenAI's. */
function chatKind(dialogue) {
  const model = dialogue.json('channel.json')?.model ?? '';
  return /^(openai\/)?(gpt-(?!oss)|chatgpt|codex|o\d)/.test(model) ? 'openai' : 'chat';
}

function put(name, kind, json) {
  const type = KINDS[kind];
  const text = `import type { ${type} } from '../requests.ts';\nexport const request: ${type} = ${json.trimEnd()};\n`;
  writeFileSync(join(out, `${name}.${kind}.ts`), text);
}

/** A copy with the oddities of a request taken out. */
function mended(request, odd) {
  const copy = structuredClone(request);
  const at = pointer => {
    const steps = pointer.slice(1).split('/');
    return [steps.slice(0, -1).reduce((value, step) => value[step], copy), steps.at(-1)];
  };
  for (const pointer of odd.without ?? []) {
    const [parent, last] = at(pointer);
    delete parent[last];
  }
  for (const [pointer, value] of Object.entries(odd.with ?? {})) {
    const [parent, last] = at(pointer);
    parent[last] = value;
  }
  return JSON.stringify(copy, null, 1);
}

/** The errors of tsc by file name, without the folder. */
function compile() {
  const options = '--noEmit --strict --skipLibCheck --allowImportingTsExtensions --module nodenext --target es2022'
    + ' --pretty false --ignoreConfig';
  const files = join(out, '*.ts');
  const run = spawnSync('sh', ['-c', `exec ./node_modules/.bin/tsc ${options} ${files}`], { cwd: here, encoding: 'utf8' });
  const errors = new Map();
  let last;
  for (const line of `${run.stdout}${run.stderr}`.split('\n').filter(line => line)) {
    const match = /^literals\/([^(]+)\.ts\((\d+),\d+\): error (.*)$/.exec(line);
    if (match) {
      if (!errors.has(match[1])) errors.set(match[1], []);
      last = errors.get(match[1]);
      last.push(`line ${Number(match[2]) - 1}: ${match[3]}`);
    } else if (last && line.startsWith(' ')) {
      last.push(line);
    } else {
      throw new Error(`tsc: ${line}`);
    }
  }
  if (run.status !== 0 && errors.size === 0) throw new Error(`tsc ended with ${run.status} ${run.error ?? ''}`);
  return errors;
}

/** Generates, compiles and judges; gives the counts and the problems, a text each. */
export function checkTypes(dialogues) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const problems = [];
  const chats = dialogues.filter(dialogue => !dialogue.passesThrough);
  for (const dialogue of chats) put(dialogue.name, chatKind(dialogue), dialogue.text('sent.json'));
  // a request that passes through is judged as it leaves, too
  const asks = dialogues.flatMap(dialogue =>
    (dialogue.passesThrough ? ['asked.json', 'sent.json'] : ['asked.json']).map(file => ({
      name: `${dialogue.name}/${file}`,
      key: `${dialogue.name}.${file}`,
      text: dialogue.text(file),
    })));
  for (const { name, key, text } of asks) {
    const odd = ODD_REQUESTS[name];
    for (const kind of ['anthropic', 'beta']) {
      put(key, kind, text);
      if (odd) put(`${key}.mended`, kind, mended(JSON.parse(text), odd));
    }
  }

  const errors = compile();
  for (const dialogue of chats) {
    const found = errors.get(`${dialogue.name}.${chatKind(dialogue)}`);
    if (found) problems.push(`${dialogue.name}/sent.json is no ChatCompletionCreateParams:\n  ${found.join('\n  ')}`);
  }
  const refused = key => errors.has(`${key}.anthropic`) && errors.has(`${key}.beta`);
  const counts = { sent: chats.length, asked: asks.length, odd: Object.keys(ODD_REQUESTS).length };
  for (const { name, key } of asks) {
    const odd = ODD_REQUESTS[name];
    if (odd && !refused(key)) problems.push(`${name} is no odd request (any more): take it out of deliberate.mjs`);
    const judged = odd ? `${key}.mended` : key;
    if (refused(judged)) {
      problems.push(`${name} is no MessageCreateParams${odd ? ', mended' : ''}:`
        + `\n  ${errors.get(`${judged}.anthropic`).join('\n  ')}\n beta:\n  ${errors.get(`${judged}.beta`).join('\n  ')}`);
    }
  }
  for (const name of Object.keys(ODD_REQUESTS)) {
    if (!asks.some(ask => ask.name === name)) problems.push(`deliberate.mjs: there is no ${name}`);
  }
  return { counts, problems };
}
