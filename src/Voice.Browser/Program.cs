return 0; // A WebAssembly module needs an entry; what is called is Grammar.Interpret.
