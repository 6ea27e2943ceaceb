import { readUsage } from './readUsage';

const EVERY_MS = 20;

/** Watches how much memory a process has. @returns a function that ends it and gives the most it had, in bytes */
export function watchPeak(pid: number): () => number {
  let peak = readUsage(pid).rss;
  const timer = setInterval(() => {
    peak = Math.max(peak, readUsage(pid).rss);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return Math.max(peak, readUsage(pid).rss);
  };
}
