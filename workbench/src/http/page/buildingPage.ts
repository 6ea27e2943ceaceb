/** Shown until the page is built; looks again every half second. */
export const buildingPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Workbench</title>
    <meta http-equiv="refresh" content="0.5" />
    <style>
      body { font-family: system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0 }
    </style>
  </head>
  <body><p role="status">The page is being built…</p></body>
</html>
`;
