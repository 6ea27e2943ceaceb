import { getSidebarIcon } from '../../../src/handlers/entry/endpoints/getSidebarIcon';

describe('the icon in the sidebar', () => {
  test('is an SVG that says what it is', async () => {
    const { status, headers } = await getSidebarIcon();
    expect([status, headers?.['Content-Type']]).toEqual([200, 'image/svg+xml']);
  });

  test('fits every theme and every page that it is put into', async () => {
    const { content } = await getSidebarIcon();
    const svg = String(content);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 20 20"/);
    expect(svg).toContain('currentColor');
    expect(svg).not.toMatch(/\bid=|<script|<style|\bon\w+=|href|url\(|width=|height=|#[0-9a-f]{3}/i);
    expect(svg.length).toBeLessThan(2_000);
  });

  test('is well formed: what is opened is closed, and paths are numbers and commands', async () => {
    const svg = String((await getSidebarIcon()).content);
    const open: string[] = [];
    for (const [, slash, name, rest] of svg.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
      if (slash) expect(open.pop()).toBe(name);
      else if (!rest?.endsWith('/')) open.push(name ?? '');
    }
    expect(open).toEqual([]);
    const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(/^M[\d\s.,MmLlHhVvCcSsQqTtAaZz-]+Z$/);
  });
});
