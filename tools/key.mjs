// Makes a key for the gateway: `npm run key -- FILE NAME ROLE`. The file of keys keeps its hash alone; the key itself is
// printed once, to be given to whoever it is for.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const ROLES = ['analyst', 'planner', 'developer', 'operator'];
const KEY_BYTES = 32;

const [file, name, role] = process.argv.slice(2);

/** @param {string} reason @returns {never} */
function refuse(reason) {
  console.error(`${reason}\nWrite: npm run key -- FILE NAME ROLE, with a role out of ${ROLES.join(', ')}.`);
  process.exit(2);
}

if (!file || !name || !role) refuse('Something is missing.');
if (!ROLES.includes(role)) refuse(`"${role}" is no role.`);
/** @type {{ name: string, role: string, hash: string }[]} */
const keys = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
if (keys.some((one) => one.name === name)) refuse(`"${name}" has a key in ${file}; take it out first.`);

const key = randomBytes(KEY_BYTES).toString('base64url');
const hash = createHash('sha256').update(key).digest('hex');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(`${file}.new`, `${JSON.stringify([...keys, { name, role, hash }], null, 2)}\n`);
renameSync(`${file}.new`, file);
console.log(key);
