/** What `preferred_language` offers, in the order of the list; their own names stand in the locale `app`. */
export const preferredLanguages = ['en', 'pt-BR', 'es', 'de', 'fr', 'it', 'nl', 'tr', 'ru', 'ar', 'hi', 'id'] as const;
