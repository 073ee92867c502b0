// Lets har-validator judge HTTP archives. usage: node check.mjs FOLDER-OF-ARCHIVES
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import validator from 'har-validator/lib/promise.js';

const folder = process.argv[2];
const names = readdirSync(folder).filter(name => name.endsWith('.har')).sort();
if (names.length === 0) throw new Error(`no archives in ${folder}`);
const problems = [];
let entries = 0;
for (const name of names) {
  const { log } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  await validator.har({ log }).catch(failure =>
    problems.push(`${name}: ${failure.errors.map(e => `${e.dataPath} ${e.message}`).join('; ')}`));
  log.entries.forEach((entry, index) => {
    problems.push(...oddities(entry).map(oddity => `${name}, entry ${index}: ${oddity}`));
    entries++;
  });
}
for (const problem of problems) console.error(`FAILED: ${problem}`);
if (problems.length > 0) process.exit(1);
console.log(`har-validator accepts ${entries} entries in ${names.length} archives.`);

// What the specification demands and its schema does not say.
function oddities(entry) {
  const found = [];
  const { blocked, dns, connect, send, wait, receive } = entry.timings;
  const sum = [blocked, dns, connect, send, wait, receive].filter(time => time !== -1).reduce((a, b) => a + b, 0);
  if (Math.abs(sum - entry.time) > 0.001) found.push(`the time is ${entry.time}, its parts are ${sum}`);
  if ([entry.time, send, wait, receive].some(time => time < 0)) found.push('a time is below 0');
  const url = new URL(entry.request.url);
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  const told = entry.request.queryString.map(({ name, value }) => `${name}=${value}`).join('&');
  if (query !== told) found.push(`the query is ${query}, told is ${told}`);
  const { text, encoding } = entry.response.content;
  if (encoding !== undefined && encoding !== 'base64') found.push(`the encoding is ${encoding}`);
  if (encoding === 'base64' && !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) found.push('it is no Base64');
  return found;
}
