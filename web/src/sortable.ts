import Alpine from '@alpinejs/csp';
import { placeFor, type Moved } from './place';

function drag(list: HTMLElement, item: HTMLElement, grip: HTMLElement, start: PointerEvent): void {
  const items = [...list.querySelectorAll<HTMLElement>('[data-item]')];
  const from = items.indexOf(item);
  const boxes = items.map((each) => ({ top: each.offsetTop, height: each.offsetHeight }));
  const gap = boxes[1] ? Math.max(0, boxes[1].top - boxes[0]!.top - boxes[0]!.height) : 0;
  const scroll = item.closest('.scroll');
  const [startY, startScroll] = [start.clientY, scroll?.scrollTop ?? 0];
  let to = from;
  const move = (event: PointerEvent) => {
    const by = event.clientY - startY + (scroll?.scrollTop ?? 0) - startScroll;
    to = placeFor(from, boxes, by);
    const room = boxes[from]!.height + gap;
    items.forEach((each, place) => {
      const shift = place === from ? by : place > from && place <= to ? -room : place < from && place >= to ? room : 0;
      each.style.transform = shift ? `translateY(${shift}px)` : '';
    });
    const view = scroll?.getBoundingClientRect();
    if (view && event.clientY > view.bottom - 48) scroll!.scrollTop += 12;
    if (view && event.clientY < view.top + 48) scroll!.scrollTop -= 12;
  };
  const end = (event: PointerEvent) => {
    for (const each of items) each.style.transform = '';
    item.removeAttribute('data-dragged');
    grip.removeEventListener('pointermove', move);
    grip.removeEventListener('pointerup', end);
    grip.removeEventListener('pointercancel', end);
    if (event.type === 'pointerup' && to !== from) list.dispatchEvent(new CustomEvent<Moved>('moved', { detail: { from, to } }));
  };
  grip.setPointerCapture(start.pointerId);
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', end);
  grip.addEventListener('pointercancel', end);
  item.setAttribute('data-dragged', '');
}

/** x-sortable: items ([data-item]) follow a finger on their grip ([data-grip]), and the list is told with `moved`. Buttons do the same by key. */
Alpine.directive('sortable', (element) => {
  const list = element as HTMLElement;
  list.addEventListener('pointerdown', (event) => {
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]');
    const item = grip?.closest<HTMLElement>('[data-item]');
    if (!grip || !item || event.button !== 0) return;
    event.preventDefault();
    drag(list, item, grip, event);
  });
});
