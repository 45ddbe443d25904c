// Answers every sentence of the input with the grammar that the app is served: node phone.mjs <voice folder> <input.json>
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [folder, input] = process.argv.slice(2);
const { dotnet } = await import(pathToFileURL(`${folder}/_framework/dotnet.js`).href);
const { getAssemblyExports } = await dotnet.create();
const { Grammar } = (await getAssemblyExports('TitanTrakr.Voice.Browser.dll')).TitanTrakr.Voice.Browser;
const { contexts, sentences } = JSON.parse(readFileSync(input, 'utf8'));
const answers = sentences.map(({ context, said, guesses }) => JSON.parse(Grammar.Interpret(contexts[context], said, JSON.stringify(guesses))));
process.stdout.write(`\n${JSON.stringify(answers)}\n`, () => process.exit(0));
