// The door to the grammar: `(await load()).interpret(contextJson, transcript, alternatives)` answers the JSON of /api/voice/interpret.
let loading;

/** Fetches and starts the grammar once; rejects when it can't be had, and tries again at the next call. */
export function load() {
  loading ??= start().catch((reason) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

async function start() {
  const { dotnet } = await import('__BASE__/_framework/dotnet.js');
  const { getAssemblyExports } = await dotnet.create();
  const { Grammar } = (await getAssemblyExports('TitanTrakr.Voice.Browser.dll')).TitanTrakr.Voice.Browser;
  return {
    interpret: (context, transcript, alternatives = []) => Grammar.Interpret(context, transcript, JSON.stringify(alternatives)),
  };
}
