FROM node:22-bookworm-slim

ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION

WORKDIR /srv/tickets
COPY package.json package-lock.json ./
COPY tools/fetch-fonts.sh ./tools/
RUN --mount=type=secret,id=fonts_key sh tools/fetch-fonts.sh
COPY .npmrc ./
RUN npm ci --omit=dev
RUN rm .npmrc
COPY src ./src

ENV NODE_ENV=production
EXPOSE 8080
USER node
CMD ["node", "src/server.js"]
