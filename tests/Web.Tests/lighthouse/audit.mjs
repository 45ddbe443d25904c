// node audit.mjs '[{"url": "…", "categories": ["performance"], "runs": 5}]' prints a line of JSON for each: scores, times, and what failed.
// Each run is a cold start on a slow phone. With "screen", what is looked at is the screen as it stands once it has come: quick, and without times.
import { launch } from 'chrome-launcher';
import lighthouse, { snapshot } from 'lighthouse';
import puppeteer from 'puppeteer-core';

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const failed = ({ audits, categories }) => Object.values(categories).flatMap((category) => category.auditRefs
  .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => id));

async function onBrowser(use) {
  const chrome = await launch({ chromePath: '/usr/bin/chromium', chromeFlags: flags, logLevel: 'silent' });
  try {
    return await use(chrome);
  } finally {
    await chrome.kill();
  }
}

// Chromium now and then leaves the beginning out of what it records: that is no run, says Lighthouse, and wants to be asked again.
const recorded = ({ runtimeError }) => runtimeError?.code !== 'NO_NAVSTART';

async function start(url, categories, tries = 4) {
  const { lhr } = await onBrowser(({ port }) => lighthouse(url, { port, onlyCategories: categories, logLevel: 'silent' }));
  return recorded(lhr) || tries === 1 ? lhr : start(url, categories, tries - 1);
}

async function seen(browser, url, screen, categories) {
  const page = await browser.newPage();
  await page.emulate({ viewport: { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }, userAgent: await browser.userAgent() });
  await page.goto(url);
  await page.waitForSelector(screen, { visible: true });
  const { lhr } = await snapshot(page, { flags: { onlyCategories: categories, logLevel: 'silent' } });
  await page.close();
  return lhr;
}

function tell(url, categories, all) {
  const scores = Object.fromEntries(categories.map((name) => [name, Math.round(middle(all.map((each) => each.categories[name].score)) * 100)]));
  const value = (name) => (categories.includes('performance') ? Math.round(middle(all.map((each) => each.audits[name].numericValue)) * 1000) / 1000 : null);
  const times = { lcp: value('largest-contentful-paint'), tbt: value('total-blocking-time'), cls: value('cumulative-layout-shift') };
  console.log(JSON.stringify({ url, scores, ...times, failed: [...new Set(all.flatMap(failed))] }));
}

const jobs = JSON.parse(process.argv[2]);
for (const { url, categories, runs = 1 } of jobs.filter(({ screen }) => !screen)) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await start(url, categories));
  tell(url, categories, all);
}
await onBrowser(async ({ port }) => {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
  for (const { url, categories, screen } of jobs.filter(({ screen }) => screen)) tell(url, categories, [await seen(browser, url, screen, categories)]);
  await browser.disconnect();
});
