import { createLocalEmbedder } from '../src/embedders/local.ts';
import { embedderContract } from './contracts/embedder.ts';

embedderContract('the local embedder', createLocalEmbedder);
