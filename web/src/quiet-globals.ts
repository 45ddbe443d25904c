// Alpine's CSP evaluator reads every global once; reading these logs deprecation warnings in Chromium.
for (const name of ['FencedFrameConfig', 'HTMLFencedFrameElement', 'Fence', 'fence']) Reflect.deleteProperty(globalThis, name);
