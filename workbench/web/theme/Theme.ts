/** The looks that Rocket.Chat offers. */
export type Theme = 'light' | 'dark' | 'high-contrast';
