/** The program and version that stands in the headers we write, for people and bug reports. */
export const generator = 'sixpence/0.1.0'
