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

/** Points closer than this on the screen are one heap. */
const HEAP = 34;
/** A street; nearer would pretend to know the door. */
const NEAREST = 17;

/** Lines of the graticule are at least so many pixels apart. */
const APART = 90;
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
    const drawn = heaps(spots, HEAP).map(heap => {
      const members = heap.map(spot => spot.what);
      const first = members[0] as Place;
      const sign = members.length === 1 ? single(first) : several(map, members, box.dataset['many'] ?? '');
      L.marker(first.at, { icon: L.divIcon({ className: '', html: sign, iconSize: [0, 0] }), keyboard: false }).addTo(layer);
      return sign;
    });
    settle(drawn, box.getBoundingClientRect());
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

/** A name at the right edge goes to the left of its point; one that would cover another waits until it is looked at. */
function settle(signs: readonly HTMLElement[], paper: DOMRect): void {
  const taken: DOMRect[] = [];
  for (const sign of signs) {
    sign.classList.toggle('is-left', sign.getBoundingClientRect().right > paper.right);
    const room = sign.getBoundingClientRect();
    const covers = taken.some(other => room.left < other.right && room.right > other.left && room.top < other.bottom && room.bottom > other.top);
    sign.classList.toggle('is-quiet', covers || sign.classList.contains('map-many'));
    taken.push(sign.getBoundingClientRect());
  }
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
    const acrossBy = step(seen.getEast() - seen.getWest(), width / APART);
    const upBy = step(seen.getNorth() - seen.getSouth(), height / APART);
    const line = (from: L.LatLngTuple, to: L.LatLngTuple): unknown => L.polyline([from, to], { className: 'map-grid', interactive: false }).addTo(layer);
    const word = (at: L.LatLngTuple, text: string, anchor: L.PointTuple): void => {
      const figure = document.createElement('span');
      figure.textContent = text;
      const icon = L.divIcon({ className: 'map-degree', html: figure, iconSize: [0, 0], iconAnchor: anchor });
      L.marker(at, { interactive: false, keyboard: false, icon }).addTo(layer);
    };
    for (const lon of lines(seen.getWest(), seen.getEast(), acrossBy)) {
      line([seen.getSouth(), lon], [seen.getNorth(), lon]);
      word([seen.getNorth(), lon], degrees(lon, acrossBy, [east, west], lang), [-4, -2]);
    }
    for (const lat of lines(seen.getSouth(), seen.getNorth(), upBy)) {
      line([lat, seen.getWest()], [lat, seen.getEast()]);
      word([lat, seen.getEast()], degrees(lat, upBy, [north, south], lang), [64, 16]);
    }
  };
  map.on('moveend', show);
  show();
}
