// One row per folder of src: what it may import there (design.md, "Where things are"). Everything else is an error.
const arrows = {
  plan: [],
  usecases: ["plan"],
  documents: ["plan"],
  cards: ["plan"],
  sharepoint: ["plan", "usecases"],
  bot: ["plan", "usecases", "cards"],
  tab: ["plan", "usecases", "documents"],
  server: ["plan", "usecases", "documents", "cards", "sharepoint", "bot", "tab"],
  cli: ["plan", "usecases", "documents", "cards", "sharepoint", "bot", "tab", "server"],
  local: [],
};

// The tab's composition root may wire the SharePoint stores in.
const compositionRoots = "^src/tab/main\\.tsx?$";

const vendors = {
  "@pnp/": ["sharepoint", "server", "cli"],
  "@microsoft/teams\\.(apps|api|common)": ["bot", "server"],
  "@microsoft/teams-js": ["tab"],
  "@fluentui/": ["tab"],
  "adaptivecards-templating": ["cards"],
  express: ["server", "bot", "local"],
};

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([folder, allowed]) => ({
      name: `${folder}-arrows`,
      severity: "error",
      from: { path: `^src/${folder}/`, pathNot: compositionRoots },
      to: { path: "^src/", pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
    })),
    {
      name: "tab-root-arrows",
      severity: "error",
      from: { path: compositionRoots },
      to: {
        path: "^src/",
        pathNot: ["tab", "plan", "usecases", "sharepoint"].map((name) => `^src/${name}/`),
      },
    },
    ...Object.entries(vendors).map(([vendor, homes]) => ({
      name: `${vendor}-stays-home`,
      severity: "error",
      from: { path: "^src/", pathNot: homes.map((name) => `^src/${name}/`) },
      to: { path: `node_modules/${vendor}` },
    })),
    {
      name: "plan-is-pure",
      severity: "error",
      from: { path: "^src/plan/" },
      to: { pathNot: "^src/plan/" },
    },
    {
      name: "local-stands-alone",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/local/" },
      to: { path: "^src/local/" },
    },
    {
      name: "src-knows-no-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^tests/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "tab-folders-in-layers",
      severity: "error",
      scope: "folder",
      from: { path: "^src/tab/" },
      to: { circular: true },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
