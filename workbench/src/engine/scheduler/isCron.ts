/** Whether an interval is a cron line (five or six fields) and not words such as `5 minutes`. */
export function isCron(interval: string): boolean {
  return /^\S+( +\S+){4,5}$/.test(interval.trim()) && !/[a-z]{4,}/i.test(interval);
}
