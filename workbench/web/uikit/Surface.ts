/** The places where an app's blocks are drawn. */
export type Surface = 'message' | 'modal' | 'contextualBar' | 'banner';
