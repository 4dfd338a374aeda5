import './trustedTypes';
import '@scottish-government/design-system/dist/css/design-system.min.css';
import './theme.css';
import './style.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { createAppRouter } from './router';

const app = createApp(App);
app.use(createPinia());
app.use(createAppRouter());
app.mount('#app');
