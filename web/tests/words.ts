import { readdirSync, readFileSync } from 'node:fs';

const files = (ending: string): string[] =>
  ['index.html', ...(readdirSync('src', { recursive: true }) as string[]).map((name) => `src/${name}`)].filter((name) => name.endsWith(ending)).map((name) => readFileSync(name, 'utf8'));

const plain = (text: string) => text.replaceAll('&amp;', '&').trim().replace(/\s+/g, ' ');

/** What the markup shows as it stands: text between tags, and the attributes that are read out or shown. */
function inMarkup(): string[] {
  return files('.html').flatMap((html) => {
    const bare = html.replace(/<!--[\s\S]*?-->|<head>[\s\S]*<\/head>/g, '').replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
    const texts = bare.replace(/<[^>]*?(?:"[^"]*"[^>]*?)*>/g, '\n').split('\n');
    const attributes = [...bare.matchAll(/\s(?:aria-label|placeholder|title)="([^"]+)"/g)].map((match) => match[1]!);
    return [...texts, ...attributes].map(plain).filter((text) => /[A-Za-zÀ-ž]{2}/.test(text));
  });
}

const literal = "'((?:[^'\\\\]|\\\\.)*)'";

/** What the code shows: t('…'), tn('…', '…') and words kept in tables, marked with word('…'). */
function inCode(): string[] {
  const code = files('.ts').filter((text) => !text.startsWith('/** German'));
  const one = code.flatMap((text) => [...text.matchAll(new RegExp(`\\b(?:t|word)\\(\\s*${literal}`, 'g'))].map((match) => match[1]!));
  const many = code.flatMap((text) => [...text.matchAll(new RegExp(`\\btn\\(\\s*${literal},\\s*${literal}`, 'g'))].flatMap((match) => [match[1]!, match[2]!]));
  return [...one, ...many].map((text) => text.replaceAll("\\'", "'"));
}

/** Every sentence that a lifter can be shown in English. */
export const words = (): string[] => [...new Set([...inMarkup(), ...inCode()])].sort();
