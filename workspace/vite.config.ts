import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Nothing is inlined: the server's policy allows no data: addresses, inline scripts or inline styles.
export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    sourcemap: false,
  },
  server: { proxy: { '/app/api': 'http://127.0.0.1:8080', '/app/live': { target: 'ws://127.0.0.1:8080', ws: true } } },
});
