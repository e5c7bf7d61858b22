// Keeps the type check independent of the built bundle, and the declarations free of its hundred thousand characters.
declare module '@roma-fdi/spec/openapi.json' {
  const document: import('./document.ts').OpenApiDocument;
  export default document;
}
