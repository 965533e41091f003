import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The desk's own address while developing; the binary serves the build under /staff/.
const desk = process.env.PUNCTUAL_DESK ?? "http://localhost:8080";

export default defineConfig({
  base: "/staff/",
  plugins: [react()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  build: {
    manifest: true,
    target: "es2023",
    // A data: address would be another thing for the content security policy to allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": { target: desk, changeOrigin: true } } },
});
