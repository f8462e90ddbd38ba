interface ImportMetaEnv { readonly VITE_API_VERSION?: string }
