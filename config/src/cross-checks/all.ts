import type { LoadedConfig } from '../model.ts'
import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'

/** What one file says of another; must hold before the files can be joined. */
export const checkReferences = (_sources: Sources): Problem[] => []

/** What must hold of the joined whole. */
export const checkRules = (_sources: Sources, _config: LoadedConfig): Problem[] => []
