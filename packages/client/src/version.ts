/** Version of this package. The build puts that of package.json in the place of the word. */
export const version: string = 'source';
