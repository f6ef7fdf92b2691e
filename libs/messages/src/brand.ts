/** A value of type T that cannot be taken for another one of the same T. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
