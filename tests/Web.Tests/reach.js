// What of the screen in front can't be read or reached: controls that lie outside or under something else, text that is cut off or sticks out.
() => {
  const front = document.querySelector('dialog[open]') ?? document.body;
  const told = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.sr-only, .skip, [aria-hidden="true"]');
  // Said in full elsewhere: the whole note in its sheet, the exercise's name in its card.
  const mayEnd = '.ghost, .next small, h1';
  const found = [];

  for (const control of front.querySelectorAll('button, a[href], input:not([type=hidden]), select, summary')) {
    if (!isShown(control)) continue;
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (Math.min(width, height) < 20) found.push(`too small to hit: ${told(control)}`);
    if (left < -1 || right > innerWidth + 1) found.push(`outside: ${told(control)}`);
    else if (!hit || !(control.contains(hit) || hit.closest('label')?.contains(control))) found.push(`out of reach under ${hit ? told(hit) : 'nothing'}: ${told(control)}`);
  }

  const words = document.createTreeWalker(front, NodeFilter.SHOW_TEXT, (node) => (node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const own = node.parentElement;
    if (!isShown(own) || own.closest(`option, script, style, ${mayEnd}`)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    for (let box = own; box && box !== document.documentElement; box = box.parentElement) {
      const style = getComputedStyle(box);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (/auto|scroll/.test(style.overflowX)) break;
      const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
      if (!cuts && !box.matches('button, .btn, .card, .item, .chip, .toast, dialog')) continue;
      if (text.left < left - 1 || text.right > right + 1 || (cuts && (text.top < top - 2 || text.bottom > bottom + 2))) found.push(`${cuts ? 'cut off' : 'sticks out'}: "${node.data.trim().slice(0, 40)}" of ${told(box)}`);
      if (cuts) break;
    }
    if (text.right > innerWidth + 1 && !own.closest('.rows')) found.push(`off the screen: "${node.data.trim().slice(0, 40)}"`);
  }

  // The screens scroll, the page does not: its header and its tabs would go out of sight.
  if (document.documentElement.scrollHeight > innerHeight + 1) {
    const low = [...document.body.querySelectorAll('*')].filter((each) => isShown(each) && each.getBoundingClientRect().bottom + scrollY > innerHeight + 1 && !each.parentElement.closest('.scroll, .notices, dialog'));
    found.push(`the page scrolls: ${low.slice(-3).map(told).join(' | ')}`);
  }

  if (matchMedia('(prefers-reduced-motion: reduce)').matches && document.getAnimations().length > 0) found.push('moves where motion is to be reduced');

  // What is chosen must show without the colours that this way of seeing takes away.
  if (matchMedia('(forced-colors: active)').matches) {
    for (const chosen of front.querySelectorAll('[aria-pressed="true"], [aria-current="page"]')) {
      const { outlineStyle, borderLeftWidth } = getComputedStyle(chosen.closest('.exercise') ?? chosen);
      if (isShown(chosen) && outlineStyle === 'none' && parseFloat(borderLeftWidth) < 2) found.push(`chosen and not seen: ${told(chosen)}`);
    }
  }
  return found;
}
