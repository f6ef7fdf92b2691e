// Where a page is, and the way in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StackForTests } from '../services/stack';

/** Where a page is. */
export interface PagePlace {
  /** Without a slash at its end. */
  readonly url: string;
  /** What the page asks for, where it does. */
  readonly key?: string;
}

/** Opens the page, and gives it the key that it asks for. */
export async function enter(page: Page, { url, key }: PagePlace): Promise<void> {
  await page.goto(url);
  if (key === undefined) return;
  // By its kind: the button that lists the keyboard's keys is there before the form.
  await page.locator('input[type="password"]').fill(key);
  await page.keyboard.press('Enter');
}

/** The page of a stack, with the key that its gateway has made. */
export function placeOn(stack: StackForTests): PagePlace {
  const gateway = stack.state.services.find(({ name }) => name === 'gateway');
  const key = readFileSync(join(stack.folder, 'gateway', 'key'), 'utf8').trim();
  return { url: `http://127.0.0.1:${gateway?.port ?? 0}`, key };
}
