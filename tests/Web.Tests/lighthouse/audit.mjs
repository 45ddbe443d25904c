// node audit.mjs '[{"url": "…", "categories": ["performance"], "runs": 5}]' prints a line of JSON for each: scores, times, and what failed.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const failed = ({ audits, categories }) => Object.values(categories).flatMap((category) => category.auditRefs
  .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => id));

for (const { url, categories, runs = 1 } of JSON.parse(process.argv[2])) {
  const all = [];
  for (let run = 0; run < runs; run++) {
    const chrome = await launch({ chromePath: '/usr/bin/chromium', chromeFlags: flags, logLevel: 'silent' });
    try {
      const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: 'silent' });
      all.push(lhr);
    } finally {
      await chrome.kill();
    }
  }
  const scores = Object.fromEntries(categories.map((name) => [name, Math.round(middle(all.map((each) => each.categories[name].score)) * 100)]));
  const value = (name) => (categories.includes('performance') ? Math.round(middle(all.map((each) => each.audits[name].numericValue)) * 1000) / 1000 : null);
  const times = { lcp: value('largest-contentful-paint'), tbt: value('total-blocking-time'), cls: value('cumulative-layout-shift') };
  console.log(JSON.stringify({ url, scores, ...times, failed: [...new Set(all.flatMap(failed))] }));
}
