/** What the bundler tells of a build. */
interface Build {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[]
    readonly dynamicallyImportedIds: readonly string[]
  } | null
}
/** A group of modules as rolldown takes it: a file for each name. */
export interface Group {
  readonly includeDependenciesRecursively: boolean
  readonly name: (id: string, build: Build) => string | null
}
export function groupsOfParts(): Group[]
