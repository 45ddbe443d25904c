/**
 * One catalogue: the English sentence is the key, another language is a table from it. Text in the markup is found by walking it once
 * before Alpine starts, so the markup stays readable and English costs nothing.
 */
export type Locale = 'en' | 'de';
type Values = Record<string, string | number>;

const shownAttributes = ['aria-label', 'placeholder', 'title'];
let catalogue: Record<string, string> = {};

export function chosenLocale(): Locale {
  const held = localStorage.getItem('locale') ?? navigator.language.slice(0, 2);
  return held === 'de' ? 'de' : 'en';
}

/** What Intl formats by: the region of the browser where it speaks the chosen language. */
export function formatLocale(): string {
  const locale = chosenLocale();
  return navigator.language.startsWith(locale) ? navigator.language : locale;
}

export function useCatalogue(next: Record<string, string>): void {
  catalogue = next;
}

/** Marks a sentence that stands in a table and is translated where it is used. */
export const word = (text: string): string => text;

export function t(text: string, values: Values = {}): string {
  return (catalogue[text] ?? text).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export function tn(one: string, many: string, n: number, values: Values = {}): string {
  return t(n === 1 ? one : many, { n, ...values });
}

function translateElement(element: Element): void {
  for (const name of shownAttributes) {
    const text = element.getAttribute(name);
    if (text && catalogue[text]) element.setAttribute(name, catalogue[text]);
  }
}

export function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) translateElement(node);
    if (node instanceof HTMLTemplateElement) translate(node.content);
    const text = node instanceof Text ? node.data.trim().replace(/\s+/g, ' ') : '';
    // The space around a sentence belongs to the line it stands in.
    if (text && catalogue[text]) (node as Text).data = (node as Text).data.replace(/\S[\s\S]*\S|\S/, catalogue[text]);
  }
}

export async function openCatalogue(): Promise<void> {
  const locale = chosenLocale();
  document.documentElement.lang = locale;
  if (locale === 'en') return;
  useCatalogue((await import('./de')).default);
  translate(document.body);
}
