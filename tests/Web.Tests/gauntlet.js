// What the gauntlet watches on the phone itself: each set as the queue took it, and the chip held against the queue.
(() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value, key) {
    const request = put.call(this, value, key);
    if (this.name === 'outbox' && value.type === 'LogSet') this.transaction.addEventListener('complete', () => {
      gauntlet.puts += 1;
      window.kept?.(request.result, value.data.id);
    });
    return request;
  };

  const queue = () => new Promise((tell) => {
    const opening = indexedDB.open('titan-trakr');
    opening.onsuccess = () => {
      const all = opening.result.transaction('outbox').objectStore('outbox').getAll();
      all.onsuccess = () => { opening.result.close(); tell(all.result); };
    };
  });
  const chip = () => document.querySelector('[data-testid=sync-chip]')?.textContent;

  const gauntlet = {
    puts: 0,
    queued: async () => JSON.stringify((await queue()).filter((entry) => entry.type === 'LogSet').map(({ order, data }) => ({ order, id: data.id }))),
    waiting: async () => (await queue()).length,
    /** Taps "log the likely next set" of each exercise in turn, each time the one before is kept. */
    log: async (n) => {
      for (let i = 0; i < n; i++) {
        const before = gauntlet.puts;
        const cards = document.querySelectorAll('[data-testid=exercise] h2 button');
        cards[before % cards.length].click();
        document.querySelector('[data-testid=next-set]').click();
        while (gauntlet.puts === before) await new Promise((go) => setTimeout(go, 4));
      }
    },
  };
  window.gauntlet = gauntlet;

  // Between the queue's word and the chip's lies one drawing; longer than that is a lie.
  let since = null;
  setInterval(async () => {
    if (chip() !== 'All sent' || await gauntlet.waiting() === 0) return void (since = null);
    since ??= performance.now();
    if (chip() === 'All sent' && performance.now() - since > 2000) window.lied?.(`All sent, with ${await gauntlet.waiting()} in the queue`);
  }, 150);
})();
