// Lets the official SDKs judge the golden dialogues. usage: node check.mjs FOLDER-OF-DIALOGUES
import { Dialogue } from './dialogues.mjs';
import { checkReplies } from './replies.mjs';
import { checkTypes } from './types.mjs';

const dialogues = Dialogue.all(process.argv[2]);
if (dialogues.length === 0) throw new Error(`no dialogues in ${process.argv[2]}`);
const replies = await checkReplies(dialogues);
const types = checkTypes(dialogues);
const problems = [...replies.problems, ...types.problems];
for (const problem of problems) console.error(`FAILED: ${problem}\n`);
if (problems.length > 0) {
  console.error(`${problems.length} problems in ${dialogues.length} dialogues`);
  process.exit(1);
}
console.log(`The Anthropic SDK reads ${replies.counts.streams} streams and ${replies.counts.wholes} whole replies,`
  + ` ${replies.counts.errors} of them errors, by messages and by beta.messages.`);
console.log(`The types of the OpenAI SDK accept ${types.counts.sent} requests; those of the Anthropic SDK`
  + ` ${types.counts.asked}, ${types.counts.odd} of them but for what is odd in them on purpose.`);
