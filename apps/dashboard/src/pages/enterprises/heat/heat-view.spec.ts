import fc from 'fast-check';
import { layoutOf, moved, pixelOf, placeUnder, viewOf, viewText, WHOLE, within, zoomed } from './heat-view';

const name = { en: 'any' };
const groups = [
  { sector: 'heat', name, first: 0, count: 6, firstRow: 0 },
  { sector: 'weaving', name, first: 6, count: 8000, firstRow: 6 },
  { sector: 'market', name, first: 8006, count: 21760, firstRow: 8006 },
];
const layout = layoutOf({ groups, count: 29_766 }, 420, 60);

describe('a map of all enterprises', () => {
  it('fills its height, and shows the smallest sector large enough to be named', () => {
    const last = layout.bands[2];
    expect(last.top + last.height).toBeCloseTo(420, 6);
    expect(layout.bands[0].height).toBeGreaterThanOrEqual(16);
  });

  it('names the place under a pixel, and the pixel of a place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29_765 }), fc.double({ min: 1, max: 500, noNaN: true }), (place, zoom) => {
        const view = within(layout, { ...WHOLE, zoom, top: 100 });
        const under = placeUnder(layout, view, pixelOf(layout, view, place) + 1e-6);
        expect(under && Math.floor(under.place + 1e-6)).toBe(place);
      }),
    );
  });

  it('has nobody outside of it', () => {
    expect(placeUnder(layout, WHOLE, -1)).toBeUndefined();
    expect(placeUnder(layout, WHOLE, 421)).toBeUndefined();
  });
});

describe('a map that is zoomed and moved', () => {
  const view = fc.record({
    zoom: fc.double({ min: 0.1, max: 1e6, noNaN: true }),
    top: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    zoomDays: fc.double({ min: 0.1, max: 100, noNaN: true }),
    left: fc.double({ min: -100, max: 100, noNaN: true }),
  });

  it('never leaves what there is', () => {
    fc.assert(
      fc.property(view, fc.double({ min: -1e4, max: 1e4, noNaN: true }), (asked, pixels) => {
        const seen = moved(layout, within(layout, asked), pixels, pixels / 100);
        expect(seen.top).toBeGreaterThanOrEqual(0);
        expect(seen.top + 420 / seen.zoom).toBeLessThanOrEqual(420 + 1e-6);
        expect(seen.left + 60 / seen.zoomDays).toBeLessThanOrEqual(60 + 1e-6);
      }),
    );
  });

  it('keeps what lies under the pointer, away from the edges', () => {
    const before = within(layout, { ...WHOLE, zoom: 10, top: 200 });
    const after = zoomed(layout, before, { factor: 2, at: 200, day: 30 });
    const [one, other] = [before, after].map((each) => placeUnder(layout, each, 200)?.place ?? -1);
    expect(one).toBeCloseTo(other, 6);
  });

  it('stands in the address, and comes back from it', () => {
    const seen = { zoom: 12.5, top: 340, zoomDays: 2, left: 10 };
    expect(viewOf(viewText(seen) ?? undefined)).toEqual(seen);
    expect(viewText(WHOLE)).toBeNull();
    expect(viewOf('junk')).toEqual(WHOLE);
  });
});
