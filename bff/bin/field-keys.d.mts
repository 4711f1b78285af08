export interface FieldKeys {
  FIELD_KEYS: string
  LOOKUP_KEY: string
}
/** New keys for sealed values, as the environment of a server names them. */
export function newFieldKeys(): FieldKeys
/** The keys of the embedded database, made once and kept beside it. */
export function fieldKeysIn(directory: string): FieldKeys
