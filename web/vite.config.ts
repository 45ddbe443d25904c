import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const sources = fileURLToPath(new URL('src/', import.meta.url));

// What the page does not need to be indented for on the wire.
const tight = (html: string): string => html.replace(/>\s*\n\s+</g, '>\n<').replace(/^\s+/gm, '');

/**
 * Each screen's markup lies beside its code: `<!-- @features/log/log.html -->` in the page, or in other markup, stands for it. That of the screens
 * behind Log is text in their chunk.
 */
function screens(): Plugin[] {
  const expand = (html: string): string =>
    html.replace(/^([ \t]*)<!-- @(\S+) -->$/gm, (_line, indent: string, file: string) =>
      expand(readFileSync(sources + file, 'utf8')).trimEnd().replace(/^(?=.)/gm, indent));
  return [
    { name: 'page', transformIndexHtml: { order: 'pre', handler: expand } },
    { name: 'tight-page', apply: 'build', transformIndexHtml: { order: 'post', handler: tight } },
    { name: 'markup', enforce: 'pre', load: { filter: { id: /\.html\?raw$/ }, handler: (id) => `export default ${JSON.stringify(tight(expand(readFileSync(id.replace('?raw', ''), 'utf8'))))}` } },
  ];
}

/**
 * Alpine's evaluator reads every global of the browser when it is loaded, to refuse one that an expression comes upon. That makes a thousand
 * interfaces which nobody needs, and is most of what a start takes of the processor: the same is found out when an expression has a new value.
 */
function globalsWhenMet(): Plugin {
  const eager = /Object\.getOwnPropertyNames\(globalThis\)\.forEach\(\(key\) => \{[^]*?\n\}\);\n/;
  const asked = 'globals.has(prop)';
  return {
    name: 'globals-when-met',
    transform: { filter: { id: /@alpinejs\/csp/ }, handler(code) {
      if (!eager.test(code) || !code.includes(asked)) throw new Error('Alpine reads the globals otherwise than it did.');
      return { code: `import { isGlobal } from '${sources}shell/is-global';\n${code.replace(eager, '').replace(asked, 'isGlobal(prop)')}`, map: null };
    } },
  };
}

/** The first paint waits for one answer only: the styles go into the page, where the policy allows them by their hash. */
function styledPage(): Plugin {
  return {
    name: 'styled-page',
    enforce: 'post',
    generateBundle: { order: 'post', handler(_options, bundle) {
      const page = bundle['index.html'];
      const name = Object.keys(bundle).find((file) => /^assets\/app-.*\.css$/.test(file));
      const style = name && bundle[name];
      if (page?.type !== 'asset' || !style || style.type !== 'asset') return;
      page.source = String(page.source).replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${String(style.source).trim()}</style>`);
      delete bundle[name];
      // No chunk waits for them as a file: what stands in its list of needs instead is there already.
      const app = Object.keys(bundle).find((file) => /^assets\/app-.*\.js$/.test(file))!;
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(name, app);
    } },
  };
}

/** Beside each text its Brotli file, which the host serves as it is. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file))) {
        const path = `${dir}/${name}`;
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
      }
    },
  };
}

/** Writes the list of built files into the service worker, whose name must stay the same from build to build. */
function precacheShell(): Plugin {
  return {
    name: 'precache-shell',
    enforce: 'post',
    generateBundle: { order: 'post', handler(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return;
      const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/')).sort();
      const page = bundle['index.html'];
      const version = createHash('sha256').update(assets.join()).update(page?.type === 'asset' ? String(page.source) : '').digest('hex');
      const shell = ['/', '/manifest.webmanifest', '/icon.svg', ...assets.map((name) => `/${name}`)];
      worker.code = worker.code.replace(/["'`]__SHELL__["'`]/, JSON.stringify(shell)).replace('__VERSION__', version.slice(0, 12));
    } },
  };
}

export default defineConfig({
  plugins: [screens(), globalsWhenMet(), tailwindcss(), styledPage(), precacheShell(), compressed()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A font as a data: URI would need font-src data:, which the policy does not give.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: 'index.html', sw: 'src/sw.ts' },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': 'http://localhost:5080' } },
  test: { include: ['tests/**/*.test.ts'], environment: 'node', setupFiles: ['tests/setup.ts'], testTimeout: 60_000 },
});
