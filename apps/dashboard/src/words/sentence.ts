/** A reason goes on after its code and path, and a name may be written small: alone they begin a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
