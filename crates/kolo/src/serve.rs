//! Serving pages: limits on slow senders, and a way to end that loses nothing.
use anyhow::{Context, Result};
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use kolo_platform::{App, feed, jobs};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tower::ServiceExt;

/// A browser that needs longer for its headers is none.
const HEADER_PATIENCE: Duration = Duration::from_secs(10);
/// How long open answers may take once the server is asked to end.
const FAREWELL: Duration = Duration::from_secs(15);

/// Takes the address, so that a mistake is told before anything else begins.
pub(crate) async fn bind(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}; is it taken, or misspelt (wanted: 127.0.0.1:8080)?"))
}

/// Serves until the process is asked to end.
pub(crate) async fn run(app: App, listener: TcpListener) -> Result<()> {
    tokio::spawn(feed::follow(app.clone()));
    tokio::spawn(jobs::work(app.clone()));
    tokio::spawn(sweep(app.clone()));
    let router = kolo_platform::door::router(app);
    let mut server = auto::Builder::new(TokioExecutor::new());
    server
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_PATIENCE)
        .max_buf_size(64 * 1024);
    server.http2().timer(TokioTimer::new()).keep_alive_interval(Duration::from_mins(1));
    let open = GracefulShutdown::new();
    let mut ending = std::pin::pin!(asked_to_end());
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(connection) => connection,
                Err(error) => {
                    // Out of file descriptors, most likely: wait until some are free instead of spinning.
                    tracing::error!("accepting a connection: {error}");
                    tokio::time::sleep(Duration::from_millis(200)).await;
                    continue;
                }
            },
            () = &mut ending => break,
        };
        stream.set_nodelay(true).ok();
        let service = router
            .clone()
            .map_request(move |mut request: axum::http::Request<hyper::body::Incoming>| {
                request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer));
                request.map(axum::body::Body::new)
            });
        let connection = server
            .serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(service))
            .into_owned();
        let watched = open.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = watched.await {
                tracing::debug!("a connection ended: {error}");
            }
        });
    }
    tracing::info!("ending; open answers are finished first");
    tokio::select! {
        () = open.shutdown() => {}
        () = tokio::time::sleep(FAREWELL) => tracing::warn!("some answers were cut off"),
    }
    Ok(())
}

async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
}

async fn sweep(app: App) {
    loop {
        tokio::time::sleep(Duration::from_mins(10)).await;
        app.limits().sweep();
    }
}
