/** A font declared and used, for the guide. */
export const fontRules = `@font-face { font-family: "Source Sans 3"; font-weight: 400;
  src: url("npm:@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf") }
body { font-family: "Source Sans 3" }`;
