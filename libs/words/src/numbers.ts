// How numbers are written: thin space before %, true minus, thousands comma, yuan in M or bn, or in 万元 or 亿元.
import type { Language } from './words';

const THIN_SPACE = '\u2009';
const MINUS = '\u2212';
const NO_NUMBER = '–';

/** `digits` decimals, with thousands commas and a true minus; a dash for what is no number. */
export function count(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const text = Math.abs(value).toFixed(digits);
  const [whole, decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
  return value < 0 && Number(text) !== 0 ? MINUS + grouped : grouped;
}

/** As `count`, with a plus before what is above zero: for a distance. */
export function signed(value: number, digits = 0): string {
  const text = count(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A ratio in percent; "100 %" only for what is 100 % at the digits below as well, so that 99.6 % does not read as all. */
export function percent(ratio: number, digits = 0): string {
  if (!Number.isFinite(ratio)) return NO_NUMBER;
  const value = ratio * 100;
  const nearlyAll = value < 99.95 && Number(value.toFixed(digits)) === 100;
  return count(nearlyAll ? 100 - 1 / 10 ** digits : value, digits) + THIN_SPACE + '%';
}

/** A ratio in percent with one decimal, none where it is zero. */
export function percentFine(ratio: number): string {
  return percent(ratio, 1).replace(/\.0(?=\u2009)/, '');
}

/** Yuan with its unit: "2.50 bn yuan"; `short` "2.50 bn"; `sign` "¥2.50 bn". Chinese is always "25.00 亿元". */
export function yuan(value: number, language: Language, form: 'full' | 'short' | 'sign' = 'full'): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const size = Math.abs(value);
  const scales = language === 'zh' ? ZH_SCALES : EN_SCALES;
  const [scale, unit] = scales.find(([least]) => size >= least * 0.99995) ?? [1, language === 'zh' ? '元' : ''];
  const shown = size / scale;
  const digits = scale === 1 ? 0 : shown < 99.995 ? 2 : shown < 999.95 ? 1 : 0;
  const text = [count(value / scale, digits), unit].filter((part) => part !== '').join(' ');
  if (language === 'zh' || form === 'short') return text;
  return form === 'sign' ? `¥${text}` : `${text} yuan`;
}

const EN_SCALES: readonly (readonly [number, string])[] = [
  [1e9, 'bn'],
  [1e6, 'M'],
];
const ZH_SCALES: readonly (readonly [number, string])[] = [
  [1e8, '亿元'],
  [1e4, '万元'],
];

const BYTES: readonly (readonly [number, string])[] = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
];

/** Bytes with a decimal unit: "512 B", "3.4 MB", "12 GB". */
export function byteSize(bytes: number): string {
  const [scale, unit] = BYTES.find(([least]) => bytes >= least) ?? [1, 'B'];
  const shown = bytes / scale;
  return `${count(shown, scale > 1 && shown < 10 ? 1 : 0)} ${unit}`;
}
