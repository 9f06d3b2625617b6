// The map: points as numbered words on tiles, or on plain paper with a graticule when no tile source is set.
//
//   <div class="map" data-map data-points="/….geojson" data-tiles="" data-attribution=""
//        data-closer="Closer" data-farther="Farther" data-sides="N S E W" data-units="m km" data-many="places"></div>
//
// A feature has a Point and the properties `title`, `href` and, where a list stands beside the map, `number`.
import type { Feature, FeatureCollection, Point } from 'geojson';
import * as L from 'leaflet';
import { degrees, heaps, lines, step } from './grid';

interface Place {
  readonly at: L.LatLng;
  readonly title: string;
  readonly href: string;
  readonly number: string;
}

/** Points closer than this on the screen, in letters, are one heap: their numbers would cover each other. */
const HEAP = 1.9;
/** A street; nearer would pretend to know the door. */
const NEAREST = 17;

/** Lines of the graticule are at least so many letters apart, so that the figures between them can be read. */
const APART = 5;
/** What the controls and the figures on the edge need of the paper, in pixels. */
const ROOM = { paddingTopLeft: [110, 40], paddingBottomRight: [60, 60] } satisfies L.FitBoundsOptions;

for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) void draw(box);

async function draw(box: HTMLElement): Promise<void> {
  const response = await fetch(box.dataset['points'] ?? '', { headers: { accept: 'application/geo+json' } });
  if (!response.ok) return;
  const places = ((await response.json()) as FeatureCollection).features.flatMap(place);
  if (places.length === 0) {
    const frame = box.closest<HTMLElement>('.map-frame');
    if (frame) frame.hidden = true;
    return;
  }
  box.replaceChildren();
  const still = document.documentElement.dataset['motion'] === 'off' || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(box, { zoomControl: false, attributionControl: false, scrollWheelZoom: false, maxZoom: NEAREST, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still });
  scale(map, box);
  zoomWords(map, box);
  map.fitBounds(L.latLngBounds(places.map(one => one.at)), { maxZoom: 15, animate: false, ...ROOM });

  if (box.dataset['tiles']) {
    L.control.attribution({ prefix: false }).addTo(map);
    L.tileLayer(box.dataset['tiles'], { attribution: box.dataset['attribution'] ?? '', maxZoom: NEAREST }).addTo(map);
  } else {
    graticule(map, box);
  }
  points(map, box, places);
}

function place(feature: Feature): Place[] {
  if (feature.geometry?.type !== 'Point') return [];
  const [lon, lat] = (feature.geometry as Point).coordinates;
  if (lon === undefined || lat === undefined) return [];
  const { title = '', href = '', number = '' } = (feature.properties ?? {}) as Record<string, unknown>;
  return [{ at: L.latLng(lat, lon), title: String(title), href: String(href), number: String(number) }];
}

/** A bar of so many metres, with the unit in the page's letters: `data-units="m km"`. */
function scale(map: L.Map, box: HTMLElement): void {
  const [metre = 'm', kilometre = 'km'] = (box.dataset['units'] ?? '').split(' ').filter(Boolean);
  const bar = L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const line = bar.getContainer()?.querySelector('.leaflet-control-scale-line');
  // Leaflet writes its own unit on every move; this listener was added later and so speaks last.
  const say = (): void => {
    if (line) line.textContent = (line.textContent ?? '').replace(/(\d+) (k?)m$/, (_, figure, kilo) => `${figure} ${kilo ? kilometre : metre}`);
  };
  map.on('move', say);
  map.whenReady(say);
}

/** The buttons say what they do in words. */
function zoomWords(map: L.Map, box: HTMLElement): void {
  const { closer = '+', farther = '−' } = box.dataset;
  const control = L.control.zoom({ zoomInText: '', zoomOutText: '', zoomInTitle: closer, zoomOutTitle: farther }).addTo(map);
  const [nearer, away] = control.getContainer()?.querySelectorAll('a') ?? [];
  if (nearer) nearer.textContent = closer;
  if (away) away.textContent = farther;
}

function points(map: L.Map, box: HTMLElement, places: readonly Place[]): void {
  const layer = L.layerGroup().addTo(map);
  const show = (): void => {
    layer.clearLayers();
    const spots = places.map(what => ({ ...map.latLngToLayerPoint(what.at), what }));
    const drawn = heaps(spots, HEAP * letter()).map(heap => {
      const members = heap.map(spot => spot.what);
      const first = members[0] as Place;
      const sign = members.length === 1 ? single(first) : several(map, members, box.dataset['many'] ?? '');
      L.marker(first.at, { icon: L.divIcon({ className: '', html: sign, iconSize: [0, 0] }), keyboard: false }).addTo(layer);
      return sign;
    });
    settle(drawn, box);
  };
  map.on('zoomend', show);
  show();
}

function single(one: Place): HTMLElement {
  const sign = document.createElement('a');
  sign.className = 'map-point';
  sign.href = one.href;
  sign.append(dot(one.number), name(one.title));
  return sign;
}

function several(map: L.Map, members: readonly Place[], words: string): HTMLElement {
  const sign = document.createElement('a');
  const nearest = map.getZoom() >= NEAREST;
  sign.className = 'map-point map-many';
  sign.href = nearest ? (members[0]?.href ?? '#') : '#';
  sign.append(dot(String(members.length)), name(members.map(one => one.title).slice(0, 3).join(', ')));
  sign.setAttribute('aria-label', `${members.length} ${words}: ${members.map(one => one.title).join(', ')}`);
  if (!nearest) {
    sign.addEventListener('click', event => {
      event.preventDefault();
      map.fitBounds(L.latLngBounds(members.map(one => one.at)), { maxZoom: NEAREST, ...ROOM });
    });
  }
  return sign;
}

function dot(text: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'map-dot';
  sign.textContent = text;
  return sign;
}

function name(text: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'map-name';
  sign.textContent = text;
  return sign;
}

/**
 * A name at the right edge goes to the left of its point; one that would cover a point, another name or the buttons
 * waits until it is looked at.
 */
function settle(signs: readonly HTMLElement[], box: HTMLElement): void {
  const paper = box.getBoundingClientRect();
  const fixed = [...box.querySelectorAll('.leaflet-control')].map(control => control.getBoundingClientRect());
  const dots = new Map(signs.map(sign => [sign, sign.firstElementChild?.getBoundingClientRect()]));
  const names: DOMRect[] = [];
  for (const sign of signs) {
    sign.classList.toggle('is-left', sign.getBoundingClientRect().right > paper.right);
    const room = sign.getBoundingClientRect();
    const others = [...dots].flatMap(([other, dot]) => (other === sign || !dot ? [] : [dot]));
    const isQuiet = sign.classList.contains('map-many') || [...fixed, ...others, ...names].some(other => meet(room, other));
    sign.classList.toggle('is-quiet', isQuiet);
    if (!isQuiet) names.push(room);
  }
}

function meet(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** The size of a letter now, in pixels; a reader may have made it twice as large. */
function letter(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Plain paper is still a map: lines of latitude and longitude with their figures. */
function graticule(map: L.Map, box: HTMLElement): void {
  const layer = L.layerGroup().addTo(map);
  const [north = 'N', south = 'S', east = 'E', west = 'W'] = (box.dataset['sides'] ?? '').split(' ').filter(Boolean);
  const lang = document.documentElement.lang;
  const show = (): void => {
    layer.clearLayers();
    const seen = map.getBounds();
    const { x: width, y: height } = map.getSize();
    const apart = APART * letter();
    const acrossBy = step(seen.getEast() - seen.getWest(), width / apart);
    const upBy = step(seen.getNorth() - seen.getSouth(), height / apart);
    // The buttons stand in one corner; no figure is written under them, or where the edge would cut it.
    const buttons = box.querySelector<HTMLElement>('.leaflet-control-zoom');
    const first = buttons ? buttons.offsetLeft + buttons.offsetWidth : 0;
    const line = (from: L.LatLngTuple, to: L.LatLngTuple): unknown => L.polyline([from, to], { className: 'map-grid', interactive: false }).addTo(layer);
    const word = (at: L.LatLngTuple, text: string, anchor: L.PointTuple): void => {
      const figure = document.createElement('span');
      figure.textContent = text;
      const icon = L.divIcon({ className: 'map-degree', html: figure, iconSize: [0, 0], iconAnchor: anchor });
      L.marker(at, { interactive: false, keyboard: false, icon }).addTo(layer);
    };
    for (const lon of lines(seen.getWest(), seen.getEast(), acrossBy)) {
      line([seen.getSouth(), lon], [seen.getNorth(), lon]);
      const { x } = map.latLngToContainerPoint([seen.getNorth(), lon]);
      if (x > first && x < width - 0.8 * apart) word([seen.getNorth(), lon], degrees(lon, acrossBy, [east, west], lang), [-4, -2]);
    }
    for (const lat of lines(seen.getSouth(), seen.getNorth(), upBy)) {
      line([lat, seen.getWest()], [lat, seen.getEast()]);
      const { y } = map.latLngToContainerPoint([lat, seen.getEast()]);
      if (y > 2 * letter()) word([lat, seen.getEast()], degrees(lat, upBy, [north, south], lang), [3.5 * letter(), letter()]);
    }
  };
  map.on('moveend', show);
  show();
}
